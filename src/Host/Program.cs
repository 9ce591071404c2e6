using System.CommandLine;
using Loim.Host.Cli;
using Loim.Host.Cli.Serve;
using Loim.Host.Data;

PrivateFiles.Only();
var root = new RootCommand("Lõim: one platform for the integration work of municipalities.")
{
    ServeVerb.Line(),
    ModuleVerbs.Line(),
    BackupVerbs.Backup(),
    BackupVerbs.Restore(),
    VerifyVerb.Line(),
};
return await CommandLine.Run(root, args);
