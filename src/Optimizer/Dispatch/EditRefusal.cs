namespace Territory.Optimizer.Dispatch;

/// <summary>Why an edit is not carried out: a code of <c>docs/refusals.md</c> and the figures behind it.</summary>
public sealed record EditRefusal(string Code, IReadOnlyDictionary<string, string> Detail)
{
    internal static EditRefusal Of(string code, params (string Name, string Value)[] figures) =>
        new(code, figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal));
}
