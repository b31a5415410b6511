using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Expansions;
using Territory.Grains.Lab.Results;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Market;
using Territory.ReadModel.Territories;
using Territory.Simulation.Expansion.Reports;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Json;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab;

/// <summary>Answers the lab's questions that change nothing. What is worked out runs on the pool.</summary>
[GrainType("lab")]
internal sealed class LabGrain(
    IJournal journal, LabReader reader, ExpansionReader expansions, LiveScorecard liveScorecard, LabRunQuery runs, SolverPool pool, TimeProvider time) : Grain, ILabGrain
{
    private static readonly string Schema = ScenarioSchema.Of<Scenario>("Market scenario").ToJsonString();

    public Task<LabAnswer> GetSchema(CancellationToken cancellationToken = default) => Task.FromResult(LabAnswer.Of(Schema));

    public async Task<LabAnswer> Check(CheckLabScenario question, CancellationToken cancellationToken = default)
    {
        var reading = await reader.ReadAsync(question.Content, question.Only, cancellationToken);
        if (reading.Scenario is not { } read)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);
        var json = new JsonObject { ["inputs"] = ScenarioInputs.Of(read), ["assumptions"] = ScenarioAssumptions.Of(question.Content, read.Scenario) };
        return LabAnswer.Of(json.ToJsonString());
    }

    public async Task<LabAnswer> Branch(BranchLabScenario question, CancellationToken cancellationToken = default)
    {
        try
        {
            LiveCensusReader.CheckPosition(question.Position, journal.Position);
        }
        catch (InvalidInputException wrong)
        {
            return LabAnswer.Refused(LabRefusals.Wrong, [.. wrong.Problems.Select(problem => problem with { Field = "position" })]);
        }

        using var snapshot = question.Position is { } past ? await journal.OpenPastAsync(past, cancellationToken) : await journal.OpenSnapshotAsync(cancellationToken);
        if (ActorStates.Find<TerritoryState>(snapshot, question.Region.Value).State is not { } territory)
            return LabAnswer.Refused(Refusal.Of("region.unknown").ToResult());
        if (territory.Products.Count == 0)
            return LabAnswer.Refused(Refusal.Of("lab.no-products", ("region", question.Region.Value)).ToResult());
        var day = await DayAsync(snapshot, territory.Region, question.Position, cancellationToken);
        var (scenario, assumptions) = await pool.RunAsync(_ => new RegionBranch(snapshot, territory, snapshot.Position).Make(question, day), cancellationToken);
        return LabAnswer.Of(new JsonObject { ["scenario"] = scenario, ["assumptions"] = assumptions }.ToJsonString());
    }

    public async Task<LabAnswer> GetScorecard(AskExpansion question, CancellationToken cancellationToken = default)
    {
        var reading = await expansions.SelectAsync(question, cancellationToken);
        if (reading.Ready is not { } selection)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);
        return LabAnswer.Of(new JsonObject { ["template"] = ExpansionReport.Template(selection.Template), ["regions"] = ExpansionReport.Regions(selection.Regions) }.ToJsonString());
    }

    public async Task<LabAnswer> GetLiveScorecard(AskLiveScorecard question, CancellationToken cancellationToken = default)
    {
        var (asked, refusal) = await liveScorecard.AskAsync(question, cancellationToken);
        return asked is null ? LabAnswer.Refused(refusal!.ToResult()) : await GetScorecard(asked, cancellationToken);
    }

    public async Task<LabAnswer> Compare(string left, string right, CancellationToken cancellationToken = default)
    {
        var sides = new List<(LabRunRecord Run, ReplicationResult Result)>();
        foreach (var run in new[] { left, right })
        {
            var (record, results, refusal) = await ResultsAsync(run, cancellationToken);
            if (refusal is not null)
                return LabAnswer.Refused(refusal.ToResult());
            sides.Add((record!, results[0]));
        }

        return RunComparison.Of(sides[0].Run, sides[0].Result, sides[1].Run, sides[1].Result);
    }

    public async Task<LabAnswer> GetSensitivity(string run, CancellationToken cancellationToken = default)
    {
        var (record, results, refusal) = await ResultsAsync(run, cancellationToken);
        if (refusal is not null)
            return LabAnswer.Refused(refusal.ToResult());
        return record!.Start.Settings.Sensitivity is { } asked
            ? Tornado.Of(record, asked, results)
            : LabAnswer.Refused(Refusal.Of("lab.no-sensitivity", ("run", run)).ToResult());
    }

    private async Task<(LabRunRecord? Run, IReadOnlyList<ReplicationResult> Results, Refusal? Refusal)> ResultsAsync(string run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run, only: null, cancellationToken) is not { } record)
            return (null, [], LabRefusals.UnknownRun(run));
        if (record.End is not { Variants: > 0 })
            return (null, [], Refusal.Of("lab.no-result", ("run", run)));
        var texts = await runs.TextsAsync(record, LabTextKind.Replications, cancellationToken);
        return (record, await pool.RunAsync<IReadOnlyList<ReplicationResult>>(_ => [.. texts.Select(ReplicationsText.Read)], cancellationToken), null);
    }

    /// <summary>The region's day then: by the simulated market's clock where there is one, else by the time of the position.</summary>
    private async Task<DateOnly> DayAsync(IReadSnapshot snapshot, Region region, long? position, CancellationToken cancellationToken)
    {
        if (ActorStates.Find<MarketState>(snapshot, region.Id.Value).State is { } market)
            return region.ToLocal(market.Now).Date;
        if (position is not > 0)
            return region.ToLocal(time.GetUtcNow()).Date;
        await foreach (var entry in journal.ReadAsync(position.Value - 1, 1, cancellationToken))
            return region.ToLocal(entry.RecordedAt).Date;
        return region.ToLocal(time.GetUtcNow()).Date;
    }
}
