namespace Territory.Model.Problems;

/// <summary>One thing wrong with an input: where it is, what was found, which rule it breaks. Severity decides whether the row is refused.</summary>
/// <param name="Code">Stable, lower-case with dots, for example "outlet.coordinates.missing"; the edge localises by it.</param>
/// <param name="File">The file as the user named it, where there is one.</param>
/// <param name="Line">Line or row, from 1.</param>
/// <param name="Field">Column, element or option.</param>
/// <param name="Value">What was found, shortened when long.</param>
/// <param name="Rule">What is asked instead, in English.</param>
public sealed record Problem(
    string Code,
    string Rule,
    string? File = null,
    long? Line = null,
    string? Field = null,
    string? Value = null,
    ProblemSeverity Severity = ProblemSeverity.Error)
{
    public override string ToString()
    {
        var place = File is null ? "" : Line is null ? $"{File}: " : $"{File}:{Line}: ";
        var field = Field is null ? "" : $"{Field}: ";
        var value = Value is null ? "" : $" (found \"{Value}\")";
        return $"{place}{field}{Rule}{value} [{Code}]";
    }
}
