namespace Territory.Simulation.Lab.Setup;

/// <summary>One thing wrong with a setup.</summary>
/// <param name="Path">Where, as in the scenario file: "regions[2].fleet.vehicles".</param>
/// <param name="Code">Which rule is broken: "lab.negative"; the edge localises by it.</param>
/// <param name="Parameters">What was found and what is allowed, for the message.</param>
public sealed record LabProblem(string Path, string Code, IReadOnlyDictionary<string, string> Parameters)
{
    public override string ToString() => $"{Path}: {Code} ({string.Join(", ", Parameters.Select(pair => $"{pair.Key} {pair.Value}"))})";
}
