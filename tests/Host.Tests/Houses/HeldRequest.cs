using System.Net;

namespace Loim.Host.Tests.Houses;

/// <summary>A request whose body ends only when the test says so; it is inside the application until then.</summary>
internal sealed class HeldRequest : HttpContent
{
    private readonly TaskCompletionSource inside = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldRequest(HttpClient client)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/healthy/echo") { Content = this };
        // The server asks for the body when the application reads it: then the request is inside.
        request.Headers.ExpectContinue = true;
        Answer = client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Answer { get; }

    public static async Task<HeldRequest> Begin(HttpClient client)
    {
        var held = new HeldRequest(client);
        await held.inside.Task;
        return held;
    }

    public void Release() => release.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        inside.TrySetResult();
        await release.Task;
        await stream.WriteAsync("held"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 4;
        return true;
    }
}
