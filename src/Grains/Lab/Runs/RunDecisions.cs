using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.ReadModel.Lab;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Runs;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Lab.Runs;

/// <summary>Decisions on commands to a run of the lab, as pure functions of its record.</summary>
internal static class RunDecisions
{
    private const int MostReplications = 10_000;
    private const int MostPaths = ScenarioReader.MostVariants / 2;

    /// <summary>Figures of replications that a run may keep: some 40 MB of text.</summary>
    private const long MostFigures = 2_000_000;

    /// <summary>What speaks against settings, whatever they are for; null: nothing.</summary>
    public static Refusal? Check(LabRunSettings settings)
    {
        if (settings.Replications is < 1 or > MostReplications)
            return Refusal.Of("lab.replications", ("replications", Text(settings.Replications)), ("most", Text(MostReplications)));
        if (settings.Within is { } within && !(within > 0 && within <= 1))
            return Refusal.Of("lab.within", ("within", within.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (settings.Sensitivity is not { } asked)
            return null;
        if (asked.Paths.Count is 0 or > MostPaths)
            return Refusal.Of("lab.paths", ("paths", Text(asked.Paths.Count)), ("most", Text(MostPaths)));
        var unordered = asked.Paths.FirstOrDefault(range => !(range.Low < range.High));
        return unordered is null ? null : Refusal.Of("lab.range", ("path", unordered.Path));
    }

    /// <summary>What speaks against running this scenario with these settings; null: nothing.</summary>
    public static Refusal? Check(LabRunSettings settings, ReadScenario scenario)
    {
        var figures = ScenarioFigures.Names(scenario.Setup);
        if (settings.Sensitivity is { } asked && !figures.Contains(asked.Figure, StringComparer.Ordinal))
            return Refusal.Of("lab.figure-unknown", ("figure", asked.Figure));
        var kept = (long)settings.Replications * figures.Count * (scenario.Variants.Count + 1);
        return kept > MostFigures ? Refusal.Of("lab.too-large", ("figures", Text(kept)), ("most", Text(MostFigures))) : null;
    }

    public static Decision<LabRunRecord, CommandResult> Start(LabRunRecord? record, LabRunStarted started, IEnumerable<LabTextRecorded> texts) => record is null
        ? Decide.Accept<LabRunRecord>([started, .. texts])
        : Decide.Refuse<LabRunRecord>(Refusal.Of("lab.run-begun", ("run", started.Run)));

    /// <summary>Texts and the end come only while the run is open.</summary>
    public static Decision<LabRunRecord, CommandResult> Record(LabRunRecord? record, IEvent happened) => record is { End: null }
        ? Decide.Accept<LabRunRecord>(happened)
        : Decide.Refuse<LabRunRecord>(Refusal.Of("lab.run-ended"));
}
