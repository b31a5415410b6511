using System.Net.Http.Headers;
using System.Net.Http.Json;
using Territory.Cli.Instance;
using Territory.Model.Ids;

namespace Territory.Cli.Load;

/// <summary>A running instance of the same user as a target, over HTTP.</summary>
internal sealed class RemoteLoadTarget : ILoadTarget, IDisposable
{
    private readonly HttpClient client;

    public RemoteLoadTarget(Uri address, string token)
    {
        client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task PrepareAsync(int terminals, CancellationToken cancellationToken) =>
        await PostAsync(LoadEndpoints.Prepare, new LoadPreparation(terminals), cancellationToken);

    public async Task SettleAsync(int terminal, int number, CommandId command, CancellationToken cancellationToken) =>
        await PostAsync(LoadEndpoints.Settle, new LoadSettlement(terminal, number, command), cancellationToken);

    public async Task<IReadOnlyDictionary<CommandId, int>> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = await client.GetFromJsonAsync(LoadEndpoints.Stored, InstanceJson.Default.LoadStored, cancellationToken);
        return stored!.Commands.ToDictionary(pair => new CommandId(pair.Command), pair => pair.Events);
    }

    public void Dispose() => client.Dispose();

    private async Task PostAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(path, body, InstanceJson.Default.Options, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
