using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Payments;
using Territory.Model.Quantities;

namespace Territory.Simulation.Market.Reports;

/// <summary>An outlet pays, to the rep or to the driver (收款).</summary>
public sealed record PaymentReport(
    CommandId Command,
    TerminalId Terminal,
    RepId? Rep,
    VehicleId? Vehicle,
    DateOnly Date,
    TimeOfDay At,
    Money Amount,
    PaymentMethod Method);
