using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Module = Loim.Modules.Module;

namespace Loim.Plugins.Tests.DataProtection;

/// <summary>For whoever does not believe it: a canary in every encrypted property of every module and plugin, then every byte of the
/// database, its log and a backup is read for it.</summary>
public sealed class ByteScanTests : IAsyncLifetime
{
    private const string Canary = "Kanaarilind-", Plain = "PlainMarker";
    private readonly TestHouse house = TestHouse.With([.. Modules()]);
    private int planted;

    [Fact]
    public void No_byte_of_an_encrypted_value_is_in_the_database_its_log_or_a_backup()
    {
        planted.ShouldBeGreaterThan(25);
        var backup = Path.Combine(house.Parts.DataFolder, "backups", "scan.db");
        Backup.Take(house.Store, backup);
        var files = Directory.GetFiles(house.Parts.DataFolder, "loim.db*").Append(backup).Select(f => (Name: Path.GetFileName(f), Bytes: Read(f))).ToList();
        files.Select(f => f.Name).ShouldContain("loim.db-wal");
        foreach (var (name, bytes) in files)
        {
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                bytes.AsSpan().IndexOf(encoding.GetBytes(Canary)).ShouldBe(-1, $"{name} in {encoding.EncodingName}");
                bytes.AsSpan().IndexOf(encoding.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary)))).ShouldBe(-1, $"{name} in base64");
            }
        }
        files.Single(f => f.Name == "scan.db").Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Plain)).ShouldBePositive("the scan finds what is there");
    }

    [Fact]
    public void Every_planted_value_opens_at_its_place_and_moves_to_a_new_key()
    {
        var rotation = new KeyRotation(house.Store, house.Parts.Keys);
        rotation.Count().ShouldSatisfyAllConditions(c => c.By[1].ShouldBe(planted), c => c.Unreadable.ShouldBe(0));
    }

    public Task InitializeAsync() => house.As(Viewer.House, async services =>
    {
        KeepNoForeignKeys();
        foreach (var context in house.Modules.On.SelectMany(ModuleSet.DbsOf).Append(typeof(HouseDb)))
        {
            var db = (ModuleDb)services.GetRequiredService(context);
            await services.GetRequiredService<Work>().Do(() =>
            {
                foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.GetProperties().Any(IsSecret)).ToList()) { Plant(db, entity); }
            });
        }
    });

    public async Task DisposeAsync() => await house.DisposeAsync();

    private void Plant(ModuleDb db, IEntityType entity)
    {
        var row = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        foreach (var property in entity.GetProperties().Where(p => !p.IsShadowProperty()))
        {
            var field = (MemberInfo?)property.FieldInfo ?? property.PropertyInfo!;
            Set(field, row, ValueFor(property));
        }
        db.Add(row);
    }

    private object? ValueFor(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Secret)) { return Secret.Of($"{Canary}{++planted}"); }
        if (type == typeof(Sealed<string>)) { return new Sealed<string>(Plain); }
        if (type == typeof(Sealed<DateOnly>)) { return new Sealed<DateOnly>(new(1990, 1, 1)); }
        if (type == typeof(Guid)) { return Guid.CreateVersion7(); }
        if (type == typeof(string)) { return Plain; }
        if (type.IsValueType) { return Activator.CreateInstance(type); }
        return typeof(List<string>).IsAssignableTo(type) ? new List<string>() : null;
    }

    private static void Set(MemberInfo member, object row, object? value)
    {
        if (member is FieldInfo field) { field.SetValue(row, value); }
        else { ((PropertyInfo)member).SetValue(row, value); }
    }

    private static bool IsSecret(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Secret);

    private void KeepNoForeignKeys()
    {
        using var command = house.Store.Writer.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys=OFF";
        command.ExecuteNonQuery();
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<Module> Modules() => Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
        .Where(f => !Path.GetFileName(f).StartsWith("Loim.", StringComparison.Ordinal)).Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f)))
        .Where(a => a.GetReferencedAssemblies().Any(r => r.Name == typeof(Module).Assembly.GetName().Name)).Append(typeof(Module).Assembly)
        .SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract).Select(t => (Module)Activator.CreateInstance(t)!);
}
