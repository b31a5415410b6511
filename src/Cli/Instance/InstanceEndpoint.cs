using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Territory.Cli.Output;

namespace Territory.Cli.Instance;

/// <summary>Carries out command lines of the same user inside the running instance. Bearer of the instance token only; loopback only.</summary>
internal static class InstanceEndpoint
{
    public const string Path = "/instance/command";

    private const int BufferedLines = 256;

    public static void Map(WebApplication app, InstanceLock instance, TerritoryAccess access) => app
        .MapPost(Path, (HttpContext context) => RunAsync(context, instance, access))
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task RunAsync(HttpContext context, InstanceLock instance, TerritoryAccess access)
    {
        // Nothing of a stranger's request is read.
        if (!InstanceCaller.IsOwner(context, instance)
            || await JsonSerializer.DeserializeAsync(context.Request.Body, InstanceJson.Default.ForwardedCommand, context.RequestAborted) is not { } command)
        {
            return;
        }

        context.Response.ContentType = "application/x-ndjson";
        var lines = Channel.CreateBounded<ForwardedLine>(BufferedLines);
        var run = RunCommandAsync(command, lines.Writer, access, context.RequestAborted);
        await foreach (var line in lines.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(JsonSerializer.Serialize(line, InstanceJson.Default.ForwardedLine) + "\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        await run;
    }

    private static async Task RunCommandAsync(ForwardedCommand command, ChannelWriter<ForwardedLine> lines, TerritoryAccess access, CancellationToken cancellationToken)
    {
        var console = new ForwardedConsole(command.WorkingDirectory, lines, cancellationToken);
        try
        {
            var exit = await CommandLine.RunAsync([.. command.Arguments], console, access, cancellationToken);
            await lines.WriteAsync(new ForwardedLine(Exit: exit), cancellationToken);
        }
        finally
        {
            lines.Complete();
        }
    }

    private sealed class ForwardedConsole(string workingDirectory, ChannelWriter<ForwardedLine> lines, CancellationToken cancellationToken) : IConsole
    {
        public string WorkingDirectory => workingDirectory;

        public void Result(string line) => Write(new ForwardedLine(Result: line));

        public void Error(string line) => Write(new ForwardedLine(Error: line));

        // Lines are few; a full buffer means the caller has stopped reading, and then waiting here is what should happen.
        private void Write(ForwardedLine line)
        {
            var spin = new SpinWait();
            while (!lines.TryWrite(line))
            {
                cancellationToken.ThrowIfCancellationRequested();
                spin.SpinOnce();
            }
        }
    }
}
