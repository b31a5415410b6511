using Territory.Dashboard.Hosting;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Field;

/// <summary>The driver leaves on a trip of the own vehicle's dispatch order.</summary>
internal sealed record DepartRequest(CommandId CommandId, DateTimeOffset? At = null);

/// <summary>The driver is back.</summary>
/// <param name="Driven">By the odometer; null: as planned.</param>
/// <param name="Returned">Goods that come back; null: what was not handed over.</param>
internal sealed record ReturnRequest(CommandId CommandId, DateTimeOffset? At = null, Distance? Driven = null, IReadOnlyList<OrderLine>? Returned = null);

/// <summary>Where the phone is.</summary>
internal sealed record PositionRequest(GeoPoint Position, float HeadingDegrees = 0)
{
    public IReadOnlyList<RequestProblem> Problems() => FieldLimits.Position("position", Position) is { } problem ? [problem] : [];
}
