using System.Diagnostics;
using System.Runtime.InteropServices;
using Loim.Bench;
using Loim.Bench.Floor;
using Loim.Bench.Report;

if (args is ["floor", var port, var folder, var furnished])
{
    return await FloorServer.Run(int.Parse(port, null), folder, furnished);
}
if (args is not [var house, .. { Length: <= 1 } options] || options is not ([] or ["--quick"]))
{
    Console.Error.WriteLine("Usage: ./bench/run [--quick]");
    return 2;
}

var scale = options is ["--quick"] ? Scale.Quick : Scale.Full;
var started = Stopwatch.StartNew();
using var stop = new CancellationTokenSource(scale.Limit);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
var data = Directory.CreateTempSubdirectory("loim-bench-");
var table = new Table();
try
{
    await new Measurement(house, data.FullName, scale, table).Run(stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine($"Stopped after {started.Elapsed.TotalSeconds:0} s; what is missing from the table was not measured.");
    return 1;
}
finally
{
    table.Print(Console.Out);
    data.Delete(recursive: true);
}
Console.WriteLine($"\n{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {started.Elapsed.TotalSeconds:0} s");
return table.AllHeld ? 0 : 1;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
