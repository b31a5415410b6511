using System.Text.Json.Serialization;

namespace Territory.Contracts;

/// <summary>The answer to a command. A refusal is expected business, not an error: its code is localised at the edge with the detail's figures.</summary>
/// <param name="RefusalCode">Stable, lower-case with dots, for example "order.unknown-product"; null when accepted.</param>
/// <param name="Position">Journal position of the command's last event; 0 when nothing was written.</param>
[GenerateSerializer, Immutable, Alias("territory.CommandResult")]
public sealed record CommandResult(
    [property: Id(0)] string? RefusalCode,
    [property: Id(1)] IReadOnlyDictionary<string, string>? Detail,
    [property: Id(2)] long Position)
{
    [JsonIgnore]
    public bool Accepted => RefusalCode is null;

    public static CommandResult Done(long position) => new(null, null, position);

    public static CommandResult Refused(string code, params ReadOnlySpan<(string Name, string Value)> detail)
    {
        Dictionary<string, string>? figures = null;
        foreach (var (name, value) in detail)
            (figures ??= [])[name] = value;
        return new CommandResult(code, figures, 0);
    }
}
