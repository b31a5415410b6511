using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Cli.Output;

namespace Territory.Cli.Instance;

/// <summary>Sends a command line to the instance that owns the data directory and relays what it prints.</summary>
internal static class InstanceClient
{
    public static async Task<int> RunAsync(InstanceAddress instance, IReadOnlyList<string> arguments, IConsole console, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(instance.Address), Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, InstanceEndpoint.Path)
        {
            Content = JsonContent.Create(new ForwardedCommand(arguments, console.WorkingDirectory), InstanceJson.Default.ForwardedCommand),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", instance.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                var forwarded = JsonSerializer.Deserialize(line, InstanceJson.Default.ForwardedLine);
                if (forwarded?.Result is { } result)
                    console.Result(result);
                if (forwarded?.Error is { } error)
                    console.Error(error);
                if (forwarded?.Exit is { } exit)
                    return exit;
            }

            console.Error("The running instance ended before the command did; its outcome is unknown.");
        }
        catch (HttpRequestException failure)
        {
            console.Error($"The instance at {instance.Address} (process {instance.ProcessId}) owns this data directory but does not answer: {failure.Message}");
        }

        return ExitStatus.InternalFailure;
    }
}
