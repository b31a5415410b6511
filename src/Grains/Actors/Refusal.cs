using Territory.Contracts;

namespace Territory.Grains.Actors;

/// <summary>Why a command is refused: a stable code, and the figures behind it. The list of codes is docs/refusals.md.</summary>
internal sealed record Refusal(string Code, IReadOnlyDictionary<string, string>? Detail = null)
{
    public static Refusal Of(string code, params ReadOnlySpan<(string Name, string Value)> detail)
    {
        Dictionary<string, string>? figures = null;
        foreach (var (name, value) in detail)
            (figures ??= new Dictionary<string, string>(StringComparer.Ordinal))[name] = value;
        return new Refusal(code, figures);
    }

    public CommandResult ToResult() => new(Code, Detail, 0);
}
