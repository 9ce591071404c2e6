using Loim.Bench.Floor;
using Loim.Bench.Load;
using Loim.Bench.Measures;
using Loim.Bench.Product;
using Loim.Bench.Report;

namespace Loim.Bench;

/// <summary>Everything that is measured, in order; each figure against its budget.</summary>
internal sealed class Measurement(string program, string data, Scale scale, Table table)
{
    public async Task Run(CancellationToken ct)
    {
        table.Beside("durable commits of one row", DurableCommits.PerSecond(data), "/s");
        var house = await Furnish(scale.Rows, ct);
        await Start(house, ct);
        await using var serving = await Serving.Start(house, ct);
        await using (var floor = await StartFloor(house, serving.Worker, ct))
        {
            await Lists(serving, floor, ct);
            await Enquiries(serving, floor, ct);
            await Public(serving, floor, ct);
        }
        await Switches(house, serving, ct);
        await Grow(serving, ct);
        await Audit(house, ct);
        await OwnData(ct);
    }

    private Task<House> Furnish(int people, CancellationToken ct, string name = "house") =>
        House.Furnish(program, Path.Combine(data, $"{name}-{people}"), people, ct);

    private async Task<ServerProcess> StartFloor(House house, Worker worker, CancellationToken ct)
    {
        foreach (var list in LongList.All) { Shell.Write(data, list.Name, await worker.Visitor.Read(list.Path, ct)); }
        using var anyone = new Visitor(worker.Visitor.Address);
        var start = await anyone.Read(OpenPage.Start.Path, ct);
        foreach (var page in OpenPage.All) { Shell.Write(data, page.Floor, await anyone.Read(page.Of(start), ct)); }
        var floor = new ServerProcess(Environment.ProcessPath!, port => ["floor", $"{port}", data, house.Database]);
        await floor.Ready;
        return floor;
    }

    private async Task Public(Serving serving, ServerProcess floor, CancellationToken ct)
    {
        using var reader = new Client(serving.Server.Address, Rounds.Connections, cookies: null);
        using var client = new Client(floor.Address, Rounds.Connections, cookies: null);
        foreach (var page in OpenPage.All)
        {
            var path = page.Of(await serving.Worker.Visitor.Read(OpenPage.Start.Path, ct));
            var rounds = await Rounds.Run(new(serving.Server, c => reader.Get(path, c)), new(floor, c => client.Get(page.FloorOf(path), c)), scale, ct);
            table.Add(page.Name, 1 / 3.0, rounds);
            using var somebody = new Client(serving.Server.Address, Rounds.Connections, "theme=dark");
            var anew = await new Target(serving.Server, c => somebody.Get(path, c)).Load(Rounds.Connections, scale.Round, ct);
            table.Beside($"{page.Name}, made anew for whoever has a cookie", anew.CpuMilliseconds, "ms");
        }
    }

    private async Task Start(House house, CancellationToken ct)
    {
        table.AtMost(2, "start until /health/live answers", await Starting.UntilFirst(house, "/health/live", scale.Starts, ct), "s");
        table.AtMost(2, "start until / answers", await Starting.UntilFirst(house, "/", scale.Starts, ct), "s");
        table.AtMost(220, "memory when idle, everything on", await Starting.IdleMemory(house, ct), "MiB");
        var rakvere = await House.Furnish(program, Path.Combine(data, "rakvere"), scale.Rows, ct, "rakvere");
        table.AtMost(200, "memory when idle, as Rakvere has it", await Starting.IdleMemory(rakvere, ct), "MiB");
    }

    private async Task Lists(Serving serving, ServerProcess floor, CancellationToken ct)
    {
        using var client = new Client(floor.Address, Rounds.Connections, cookies: null);
        foreach (var list in LongList.All)
        {
            var rounds = await Rounds.Run(serving.Asked(list), new(floor, c => client.Get(list.Floor, c)), scale, ct);
            table.Add($"50 {list.Name} of {scale.Rows:#,0}", 1 / 4.0, rounds);
        }
    }

    private async Task Enquiries(Serving serving, ServerProcess floor, CancellationToken ct)
    {
        using var client = new Client(floor.Address, Rounds.Connections, cookies: null);
        var (asked, form) = (await EnquiryForm.Open(serving.Worker.Visitor, ct), EnquiryForm.ForFloor);
        var rounds = await Rounds.Run(
            new(serving.Server, c => serving.Worker.Client.Post(asked.Path, asked.Next, c)), new(floor, c => client.Post(form.Path, form.Next, c)), scale, ct);
        table.Add("enquiries written", 1 / 3.0, rounds);
    }

    private async Task Switches(House house, Serving serving, CancellationToken ct)
    {
        var switching = new Switching(house, serving, scale);
        var (load, busy, count) = await switching.UnderLoad(ct);
        table.AtMost(0, $"requests failed of {load.Requests:#,0} during {count} switches", load.Failed, "");
        table.AtMost(500, "a switch under load, median", busy, "ms");
        var (early, late, idle) = await switching.Many(ct);
        table.AtMost(500, "a switch without load, median", idle, "ms");
        table.AtMost(early * 1.1, $"memory after {scale.Switches} switches ({early:0} after {scale.SwitchesBefore})", late, "MiB");
    }

    private async Task Audit(House largest, CancellationToken ct)
    {
        table.Beside("audit rows verified", AuditSearch.RowsOf(largest.Database) / await largest.VerifyAudit(ct), "/s");
        var house = await House.Furnish(program, Path.Combine(data, "house-audit"), 1_000, ct);
        await house.Admit(AuditSearch.Auditor, "auditor", Worker.Password, ct);
        AuditSearch.Fill(house.Database);
        await using var server = house.Serve();
        await server.Ready.WaitAsync(ct);
        using var auditor = new Visitor(server.Address);
        await auditor.SignIn(AuditSearch.Auditor, Worker.Password, ct);
        foreach (var (question, path) in AuditSearch.Questions(house.Database))
        {
            table.AtMost(1, $"{question}, of {AuditSearch.Rows:#,0} rows", await AuditSearch.Slowest(auditor, path, ct), "s");
        }
    }

    private async Task OwnData(CancellationToken ct)
    {
        var house = await House.Furnish(program, Path.Combine(data, "house-own-data"), 1_000, ct);
        await house.Admit(OwnDataExport.Officer, "data-protection", Worker.Password, ct);
        var person = OwnDataExport.Gather(house.Database);
        await using var server = house.Serve();
        await server.Ready.WaitAsync(ct);
        using var officer = new Visitor(server.Address);
        await officer.SignIn(OwnDataExport.Officer, Worker.Password, ct);
        foreach (var (what, path) in OwnDataExport.Forms(person))
        {
            table.AtMost(2, $"own data of a person with {OwnDataExport.Records} records, {what}", await OwnDataExport.Slowest(officer, path, ct), "s");
        }
    }

    private async Task Grow(Serving largest, CancellationToken ct)
    {
        await using var small = await Serving.Start(await Furnish(1_000, ct), ct);
        await using var middle = await Serving.Start(await Furnish(10_000, ct, "middle"), ct);
        foreach (var list in LongList.All)
        {
            var costs = await Growth.CostOf([small.Asked(list), middle.Asked(list), largest.Asked(list)], scale, ct);
            table.AtMost(1.2, $"50 {list.Name} of 10,000: cost to that of 1,000", costs[1] / costs[0], "");
            table.AtMost(1.2, $"50 {list.Name} of {scale.Rows:#,0}: cost to that of 1,000", costs[2] / costs[0], "");
        }
    }
}
