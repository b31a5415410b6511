using System.Text.Json;
using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>The deliveries of a history as a text that a later calibration reads back.</summary>
internal static class HistoryText
{
    public static string Write(IReadOnlyList<LabDelivery> deliveries) => JsonSerializer.Serialize(deliveries, JsonSerializerOptions.Web);
}
