using Loim.Access.Auditing;
using Loim.Data;
using Loim.Letters.Links;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Loim.Access;

/// <summary>Whatever goes wrong in a request becomes a clear page without insides; a module's fault is named in the log.</summary>
internal sealed class Troubles(RequestDelegate next, FaultLog faults)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var status = 0;
        try { await next(context); }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) { return; }
        catch (BadHttpRequestException e) { status = e.StatusCode; }
        catch (RestrictedException) { status = StatusCodes.Status423Locked; }
        catch (LinkEndedException) { status = StatusCodes.Status404NotFound; }
        catch (InvalidOperationException e) when (IsUnreadableQuery(e)) { status = StatusCodes.Status404NotFound; }
#pragma warning disable CA1031 // The last place that can answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            status = IsUnavailable(e) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            context.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = e, Path = context.Request.Path });
            faults.Add(context.GetEndpoint()?.Metadata.GetMetadata<Module>()?.Id ?? "core", $"page {RequestPlace.Of(context)}", e);
        }
        if (context.Response.HasStarted) { return; }
        if (status == StatusCodes.Status500InternalServerError && HttpMethods.IsGet(context.Request.Method) && context.Features.Get<SectionFailed>() is not null)
        {
            context.Response.Clear();
            context.Response.Redirect(context.Request.Path + context.Request.QueryString);
            return;
        }
        if (status == 0 && context.Response.StatusCode is >= 400 and not 422 && !IsAFormsOwn(context.Response)) { status = context.Response.StatusCode; }
        if (status != 0)
        {
            context.Response.Clear();
            context.Response.StatusCode = status;
            await TroublePage.Write(context, status);
        }
    }

    /// <summary>A form that was sent too often comes back with what was typed.</summary>
    private static bool IsAFormsOwn(HttpResponse response) => response is { StatusCode: StatusCodes.Status429TooManyRequests, ContentType: not null };

    /// <summary>The framework has no type of its own for "?person=nobody" where an id is asked for: nothing of that address is here.</summary>
    private static bool IsUnreadableQuery(InvalidOperationException e) => e.TargetSite?.DeclaringType?.Name.Contains("UrlValueConstraint", StringComparison.Ordinal) == true;

    /// <summary>The database is locked, full or unreadable, or a read could not be noted: nothing was done, try again.</summary>
    private static bool IsUnavailable(Exception e) => e is NotNotedException or StoreBusyException || e.GetBaseException() is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 };
}
