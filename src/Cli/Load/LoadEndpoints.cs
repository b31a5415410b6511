using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Territory.Cli.Instance;

namespace Territory.Cli.Load;

/// <summary>Lets the load command of the same user drive a running instance. Bearer of the instance token only; loopback only.</summary>
internal static class LoadEndpoints
{
    public const string Prepare = "/instance/load/prepare";
    public const string Settle = "/instance/load/settle";
    public const string Stored = "/instance/load/stored";

    public static void Map(WebApplication application, InstanceLock instance, OpenTerritory territory)
    {
        LocalLoadTarget? target = null;
        application.MapPost(Prepare, async (HttpContext context) =>
        {
            if (await ReadAsync(context, instance, InstanceJson.Default.LoadPreparation) is not { } request)
                return;
            target = new LocalLoadTarget(territory);
            await target.PrepareAsync(request.Terminals, context.RequestAborted);
        }).AllowAnonymous();
        application.MapPost(Settle, async (HttpContext context) =>
        {
            if (await ReadAsync(context, instance, InstanceJson.Default.LoadSettlement) is not { } request)
                return;
            await Prepared(target).SettleAsync(request.Terminal, request.Number, request.Command, context.RequestAborted);
        }).AllowAnonymous();
        application.MapGet(Stored, async (HttpContext context) =>
        {
            if (!InstanceCaller.IsOwner(context, instance))
                return;
            var stored = await Prepared(target).StoredAsync(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(
                new LoadStored([.. stored.Select(pair => new LoadStoredCommand(pair.Key.Value, pair.Value))]), InstanceJson.Default.LoadStored, cancellationToken: context.RequestAborted);
        }).AllowAnonymous();
    }

    private static LocalLoadTarget Prepared(LocalLoadTarget? target) =>
        target ?? throw new BadHttpRequestException("No load run has been prepared.", StatusCodes.Status409Conflict);

    private static async Task<T?> ReadAsync<T>(HttpContext context, InstanceLock instance, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
        where T : class =>
        InstanceCaller.IsOwner(context, instance) ? await JsonSerializer.DeserializeAsync(context.Request.Body, form, context.RequestAborted) : null;
}
