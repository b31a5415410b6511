using System.Text;
using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Jobs;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.ReadModel.Lab;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Lab.Censuses;

/// <summary>One market census, kept by the hash of its text.</summary>
[GrainType("lab-census")]
internal sealed class LabCensusGrain(IJournal journal, SolverPool pool) : JournaledActor<LabCensusState>(journal), ILabCensusGrain
{
    private const int MostBytes = 8 << 20;
    private const int WarningsShown = 100;

    public async Task<LabAnswer> Keep(KeepLabCensus command, CancellationToken cancellationToken = default)
    {
        var bytes = Encoding.UTF8.GetByteCount(command.Csv);
        if (bytes > MostBytes)
            return LabAnswer.Refused(Refusal.Of("lab.census-size", ("bytes", Text(bytes)), ("most", Text(MostBytes))).ToResult());
        if (KeepLabCensus.HashOf(command.Csv) != Id)
            throw new ArgumentException($"The census has another hash than {Id}.", nameof(command));
        try
        {
            var table = await pool.RunAsync(_ => CensusTable.Read(command.Csv, command.Name, "census"), cancellationToken);
            var kept = new LabCensusKept(Id, command.Name, table.Terminals.Count, bytes, command.Header.Actor, command.Header.At);
            var texts = LabTexts.Pieces(LabTextKind.Census, 0, command.Csv).ToList();
            if (State is null)
                await ExecuteAsync(command, state => state is null ? Decide.Accept<LabCensusState>([kept, .. texts]) : Decide.Accept<LabCensusState>(), cancellationToken);
            return LabAnswer.Of(Answer(table).ToJsonString());
        }
        catch (InvalidInputException wrong)
        {
            return LabAnswer.Refused(LabRefusals.WrongCensus, wrong.Problems);
        }
    }

    private JsonObject Answer(CensusTable table) => new()
    {
        ["census"] = Id,
        ["terminals"] = table.Terminals.Count,
        ["problems"] = new JsonArray([.. table.Warnings.Take(WarningsShown).Select(problem => (JsonNode)new JsonObject
        {
            ["code"] = problem.Code,
            ["rule"] = problem.Rule,
            ["field"] = problem.Field,
            ["value"] = problem.Value,
            ["line"] = problem.Line,
        })]),
    };
}
