using Territory.Model.Problems;

namespace Territory.Contracts.Lab;

/// <summary>What the lab answers to a question: JSON, or why there is none.</summary>
/// <param name="Json">As the API gives it; null where the question was refused.</param>
/// <param name="Problems">Everything that is wrong with the scenario that was asked about; empty for any other refusal.</param>
[GenerateSerializer, Immutable, Alias("territory.LabAnswer")]
public sealed record LabAnswer(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] string? Json,
    [property: Id(2)] IReadOnlyList<Problem> Problems)
{
    public static LabAnswer Of(string json) => new(CommandResult.Done(0), json, []);

    public static LabAnswer Refused(CommandResult outcome, params IReadOnlyList<Problem> problems) => new(outcome, null, problems);
}
