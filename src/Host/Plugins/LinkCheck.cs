using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Loim.Host.Plugins;

/// <summary>Whether a plugin fits this host. A missing member would else show only when a request calls it.</summary>
internal static class LinkCheck
{
    /// <summary>Of the contract that the plugin was compiled against; null when it knows none.</summary>
    public static Version? ContractOf(string file, string contract)
    {
        using var pe = new PEReader(File.OpenRead(file));
        var metadata = pe.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Where(r => metadata.GetString(r.Name) == contract).Select(r => r.Version).FirstOrDefault();
    }

    /// <summary>What the assembly refers to and nobody has.</summary>
    public static List<string> Missing(Assembly assembly)
    {
        using var pe = new PEReader(File.OpenRead(assembly.Location));
        var metadata = pe.GetMetadataReader();
        var missing = new List<string>();
        foreach (EntityHandle handle in metadata.TypeReferences.Select(h => (EntityHandle)h).Concat(metadata.MemberReferences.Select(h => (EntityHandle)h)))
        {
            try { _ = assembly.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle)); }
            catch (Exception e) when (e is MissingMemberException or TypeLoadException or FileNotFoundException or FileLoadException)
            {
                missing.Add(e.Message);
            }
            // The signature speaks of a generic parameter that only its user knows; the type itself was found.
            catch (Exception e) when (e is ArgumentException or BadImageFormatException) { }
        }
        return [.. missing.Distinct()];
    }
}
