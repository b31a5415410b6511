using System.Text.Json.Serialization;

namespace Territory.Model.Calendar;

/// <summary>A set of days of the week; Monday is the first day, as in China and in ISO 8601.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Weekdays>))]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    MondayToSaturday = MondayToFriday | Saturday,
    All = MondayToSaturday | Sunday,
}
