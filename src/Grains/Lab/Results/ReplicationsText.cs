using System.Text.Json;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Results;

/// <summary>The figures of every finished replication as a text that a later comparison reads back to the bit.</summary>
internal sealed record ReplicationsText(
    ulong Seed, bool Antithetic, double Confidence, IReadOnlyList<string> Figures, IReadOnlyList<ReplicationsText.Line> Finished)
{
    public static string Write(ReplicationResult result) => JsonSerializer.Serialize(new ReplicationsText(
        result.Plan.Seed, result.Plan.Antithetic, result.Plan.Confidence, result.Plan.Figures,
        [.. result.Finished.Select(replication => new Line(replication.Number, replication.Seed, replication.Figures))]));

    public static ReplicationResult Read(string text)
    {
        var read = JsonSerializer.Deserialize<ReplicationsText>(text) ?? throw new JsonException("Recorded replications are null.");
        var plan = new ReplicationPlan
        {
            Seed = read.Seed,
            Replications = Math.Max(1, read.Finished.Count),
            Figures = read.Figures,
            Antithetic = read.Antithetic,
            Confidence = read.Confidence,
        };
        return new ReplicationResult(
            plan, [.. read.Finished.Select(line => new Replication(line.Number, line.Seed, line.Figures))], [], ReplicationEnd.Complete);
    }

    internal sealed record Line(int Number, ulong Seed, IReadOnlyList<double> Figures);
}
