using Territory.Model.Ids;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>How sheets are printed.</summary>
/// <param name="AddressOf">The address of a vehicle's live order, for the QR code; null: the code holds the order's number.</param>
public sealed record SheetOptions(SheetLanguage Language = SheetLanguage.Both, Func<VehicleId, string>? AddressOf = null);
