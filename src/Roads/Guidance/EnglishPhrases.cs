using System.Globalization;
using Territory.Roads.Snapping;

namespace Territory.Roads.Guidance;

internal static class EnglishPhrases
{
    public static PhraseTable Table { get; } = new()
    {
        Depart = new("Head {compass} on {road}", "Head {compass}"),
        Turn = new Dictionary<TurnDirection, Phrase>
        {
            [TurnDirection.Straight] = new("Continue on {road}", "Continue straight"),
            [TurnDirection.SlightRight] = new("Bear right onto {road}", "Bear right"),
            [TurnDirection.Right] = new("Turn right onto {road}", "Turn right"),
            [TurnDirection.SharpRight] = new("Turn sharp right onto {road}", "Turn sharp right"),
            [TurnDirection.UTurn] = new("Make a U-turn onto {road}", "Make a U-turn"),
            [TurnDirection.SharpLeft] = new("Turn sharp left onto {road}", "Turn sharp left"),
            [TurnDirection.Left] = new("Turn left onto {road}", "Turn left"),
            [TurnDirection.SlightLeft] = new("Bear left onto {road}", "Bear left"),
        },
        Roundabout = new("At the roundabout, take the {exit} exit onto {road}", "At the roundabout, take the {exit} exit"),
        RoundaboutOnly = new("Enter the roundabout {road}", "Enter the roundabout"),
        RampLeft = new("Take the ramp on the left to {road}", "Take the ramp on the left"),
        RampAhead = new("Continue onto the ramp to {road}", "Continue onto the ramp"),
        RampRight = new("Take the ramp on the right to {road}", "Take the ramp on the right"),
        Merge = new("Merge onto {road}", "Merge"),
        Ferry = new("Take the ferry {road}", "Take the ferry"),
        Arrive = new Dictionary<RoadSide, Phrase>
        {
            [RoadSide.On] = new("Arrive at your stop on {road}", "Arrive at your stop"),
            [RoadSide.Left] = new("Arrive at your stop on {road}, on the left", "Arrive at your stop, on the left"),
            [RoadSide.Right] = new("Arrive at your stop on {road}, on the right", "Arrive at your stop, on the right"),
        },
        Compass = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"],
        Exit = Ordinal,
    };

    /// <summary>1st, 2nd, 3rd, 4th, 11th, 21st.</summary>
    private static string Ordinal(int number)
    {
        var ending = (number % 100 is >= 11 and <= 13 ? 0 : number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };
        return number.ToString(CultureInfo.InvariantCulture) + ending;
    }
}
