using System.Text.Json.Serialization;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>What changed since the client's last frame, as docs/api.md lays it out.</summary>
/// <param name="Sequence">Rises from frame to frame, with gaps; the client acknowledges it and gives it back when it connects again.</param>
/// <param name="Snapshot">The mover table starts anew.</param>
/// <param name="Position">The client has been told everything about outlets up to this journal position.</param>
/// <param name="Movers">Records of <see cref="FrameRecords.MoverBytes"/> bytes.</param>
/// <param name="MoverIds">In a snapshot the id of every index, otherwise of those added.</param>
/// <param name="Outlets">Records of <see cref="FrameRecords.OutletBytes"/> bytes.</param>
/// <param name="Directory">Outlets, reps or vehicles were added, taken away or changed hands: load the lists again.</param>
public sealed record LiveFrame(
    long Sequence,
    bool Snapshot,
    DateTimeOffset Now,
    double Speed,
    double TrueSpeed,
    bool Running,
    bool Live,
    bool Simulated,
    long Position,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] byte[]? Movers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? MoverIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] byte[]? Outlets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Metrics? Totals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PlanChange>? Plans,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Directory);

/// <param name="Kind">"deliveries" or "visits".</param>
/// <param name="Party">The distributor or rep whose plan it is.</param>
public sealed record PlanChange(string Kind, string Party, DateOnly Date);
