using Territory.Dashboard.Hosting;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Field;

/// <summary>The driver leaves on a trip of the own vehicle's dispatch order.</summary>
/// <param name="Version">The version of the order that the vehicle was loaded by; null: the latest.</param>
internal sealed record DepartRequest(CommandId CommandId, DateTimeOffset? At = null, int? Version = null);

/// <summary>The driver is back.</summary>
/// <param name="Driven">By the odometer; null: as planned.</param>
/// <param name="Returned">Goods that come back; null: what was not handed over.</param>
internal sealed record ReturnRequest(CommandId CommandId, DateTimeOffset? At = null, Distance? Driven = null, IReadOnlyList<OrderLine>? Returned = null)
{
    private const int MostKilometers = 5_000;
    private const int MostCases = 100_000;
    private const int MostLines = 500;

    public IReadOnlyList<RequestProblem> Problems() =>
    [
        .. new[]
        {
            Driven is { Kilometers: < 0 or > MostKilometers } driven
                ? new RequestProblem("trip.driven", $"A trip has 0 to {MostKilometers} km, in metres.", "driven", driven.ToString())
                : null,
            Returned is { Count: > MostLines } ? new RequestProblem("trip.returned", $"At most {MostLines} lines come back.", "returned") : null,
            Returned?.Any(line => line.Product.Value is null || line.Cases.Count is < 0 or > MostCases) == true
                ? new RequestProblem("trip.returned", $"A line has a product and 0 to {MostCases} cases.", "returned")
                : null,
        }.OfType<RequestProblem>(),
    ];
}

/// <summary>Where the phone is.</summary>
internal sealed record PositionRequest(GeoPoint Position, float HeadingDegrees = 0)
{
    public IReadOnlyList<RequestProblem> Problems() => FieldLimits.Position("position", Position) is { } problem ? [problem] : [];
}
