using System.Net;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>A job never runs twice at a time, however the generations change.</summary>
public class JobTests
{
    [Fact]
    public async Task Each_generation_runs_the_jobs_after_those_of_the_one_before_have_stopped()
    {
        await using var host = await TestHost.With("Healthy", "StubbornJob");
        await host.Post("/stubborn-job/enough");
        for (var generation = 1; generation <= 10; generation++)
        {
            await TestHost.Until(async () => await host.Text("/stubborn-job/willing") == $"{generation} begun, 1 at once");
            (await host.Switch("healthy", on: generation % 2 == 0)).Done.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_job_that_does_not_stop_keeps_its_successor_waiting_and_nothing_else()
    {
        await using var host = await TestHost.With("Healthy", "StubbornJob");
        await TestHost.Until(async () => await host.Text("/stubborn-job/stubborn") == "1 begun, 1 at once" && await host.Text("/stubborn-job/willing") == "1 begun, 1 at once");
        (await host.Switch("healthy", on: false)).Done.ShouldBeTrue();
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.NotFound);
        // The new generation has begun with its jobs, and waits with this one.
        await TestHost.Until(async () => await host.Text("/stubborn-job/willing") == "2 begun, 1 at once");
        (await host.Text("/stubborn-job/stubborn")).ShouldBe("1 begun, 1 at once");
        (await host.Post("/stubborn-job/enough")).ShouldBe(HttpStatusCode.OK);
        await TestHost.Until(async () => await host.Text("/stubborn-job/stubborn") == "2 begun, 1 at once");
    }
}
