using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Reps;

namespace Territory.Contracts.Reps;

[GenerateSerializer, Immutable, Alias("territory.RegisterRep")]
public sealed record RegisterRep(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] RepFile File) : ICommand;

[GenerateSerializer, Immutable, Alias("territory.ChangeRepFile")]
public sealed record ChangeRepFile(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] RepFile File) : ICommand;

/// <summary>The rep starts work (上班).</summary>
[GenerateSerializer, Immutable, Alias("territory.StartDay")]
public sealed record StartDay(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] PlanId? Plan) : ICommand;

/// <summary>The rep ends work (下班) with the distance travelled.</summary>
[GenerateSerializer, Immutable, Alias("territory.EndDay")]
public sealed record EndDay(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] Distance Travelled) : ICommand;
