using System.Text.Json.Serialization;
using Territory.Model.Quantities;

namespace Territory.Model.Calendar;

/// <summary>A day as the simulator counts it: days since 1 January of year 1, so that draws and calendars share one number.</summary>
[JsonConverter(typeof(QuantityConverter<SimDay>))]
public readonly record struct SimDay(int Number) : IQuantity<SimDay>
{
    [JsonIgnore]
    public DateOnly Date => DateOnly.FromDayNumber(Number);

    long IQuantity<SimDay>.Amount => Number;

    static SimDay IQuantity<SimDay>.Of(long amount) => new(checked((int)amount));

    public static SimDay Of(DateOnly date) => new(date.DayNumber);

    public static SimDay operator +(SimDay day, int days) => new(day.Number + days);
}
