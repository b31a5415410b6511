using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Territories;

namespace Territory.Grains.Lab.Expansions;

/// <summary>The live regions as candidates of an expansion, by the usual weights and gate, which is what a scorecard without further data can say.</summary>
internal sealed class LiveScorecard(IJournal journal, LabTemplateQuery templates)
{
    /// <summary>Market selection looks at no horizon; a scenario has one.</summary>
    private const int Weeks = 52;

    /// <returns>The question as one to an expansion, or why it cannot be asked.</returns>
    public async Task<(AskExpansion? Asked, Refusal? Refusal)> AskAsync(AskLiveScorecard question, CancellationToken cancellationToken)
    {
        var (template, only) = (question.Template, question.Only);
        if (await FindAsync(template, only, cancellationToken) is not { } found)
            return (null, template is null ? Refusal.Of("lab.no-template") : Refusal.Of("lab.template-unknown", ("template", template)));
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var regions = ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region).Where(region => only is null || only == region.Id)
            .OrderBy(region => region.Id.Value, StringComparer.Ordinal).ToList();
        if (regions.Count == 0)
            return (null, Refusal.Of("lab.no-regions"));
        var scenario = new JsonObject
        {
            ["name"] = found.Header.Name,
            ["weeks"] = Weeks,
            ["template"] = JsonNode.Parse(found.Content)!["market"]!.DeepClone(),
            ["resources"] = new JsonObject { ["trainedReps"] = 0, ["cash"] = new JsonObject { ["opening"] = 0 } },
            ["regions"] = new JsonArray([.. regions.Select(region => (JsonNode)new JsonObject
            {
                ["id"] = region.Id.Value, ["name"] = region.Name.En, ["census"] = $"live:{region.Id.Value}",
            })]),
        };
        return (new AskExpansion(new JsonObject { ["scenario"] = scenario }.ToJsonString(), only), null);
    }

    private async Task<LabTemplateState?> FindAsync(string? template, RegionId? only, CancellationToken cancellationToken) => template is { } id
        ? await templates.FindAsync(id, only, cancellationToken)
        : (await templates.ListAsync(only, cancellationToken)).FirstOrDefault();
}
