using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Results;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.ReadModel.Lab;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab.Scenarios;

namespace Territory.Grains.Lab.Templates;

/// <summary>One template, frozen once.</summary>
[GrainType("lab-template")]
internal sealed class LabTemplateGrain(IJournal journal, LabReader reader, LabRunQuery runs, SolverPool pool) : JournaledActor<LabTemplateState>(journal), ILabTemplateGrain
{
    public async Task<LabAnswer> Freeze(FreezeLabTemplate command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return LabAnswer.Refused(first);
        if (await runs.FindAsync(command.Run, command.Only, cancellationToken) is not { } run)
            return LabAnswer.Refused(LabRefusals.UnknownRun(command.Run).ToResult());
        if (run.End is not { Variants: > 0 })
            return LabAnswer.Refused(Refusal.Of("lab.no-result", ("run", command.Run)).ToResult());
        var reading = await reader.ReadAsync((await runs.TextsAsync(run, LabTextKind.Scenario, cancellationToken))[0], command.Only, cancellationToken);
        if (reading.Scenario is not { } scenario)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);
        var region = scenario.Setup.Regions.Select(one => one.Id).ToList().IndexOf(command.Region);
        if (region < 0)
            return LabAnswer.Refused(Refusal.Of("lab.region-unknown", ("region", command.Region)).ToResult());

        var replications = (await runs.TextsAsync(run, LabTextKind.Replications, cancellationToken))[0];
        var variant = (await runs.TextsAsync(run, LabTextKind.Variant, cancellationToken))[0];
        try
        {
            var (template, content) = await pool.RunAsync(token => Work(command, scenario, region, replications, variant, token), cancellationToken);
            var header = new LabTemplateHeader(
                Id, command.Name, command.Run, command.Region, template.Hash, command.Header.Actor, command.Header.At, run.Start.LiveRegions);
            return LabAnswer.Refused(await ExecuteAsync(
                command,
                state => state is null
                    ? Decide.Accept<LabTemplateState>(new LabTemplateFrozen(header, content))
                    : Decide.Refuse<LabTemplateState>(Refusal.Of("lab.template-frozen", ("template", Id))),
                cancellationToken));
        }
        catch (InvalidInputException wrong)
        {
            return LabAnswer.Refused(LabRefusals.Wrong, wrong.Problems);
        }
    }

    private static (MarketTemplate Template, string Content) Work(
        FreezeLabTemplate command, ReadScenario scenario, int region, string replications, string variant, CancellationToken cancellationToken)
    {
        var market = RunMarket.Of(command.Name, scenario.Setup, region, ReplicationsText.Read(replications), cancellationToken);
        var template = TemplateFreezing.Freeze(market);
        var curves = JsonNode.Parse(variant)!["curves"]!.AsArray().Select(curve => curve!.AsObject())
            .Where(curve => curve["region"]!.GetValue<string>() == command.Region).ToDictionary(curve => curve["measure"]!.GetValue<string>(), StringComparer.Ordinal);
        return (template, TemplateText.Of(template, market, curves).ToJsonString());
    }
}
