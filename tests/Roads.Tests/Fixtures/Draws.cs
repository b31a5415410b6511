namespace Territory.Roads.Tests.Fixtures;

/// <summary>How many random cases a property test draws; the environment variable TERRITORY_DRAWS multiplies it.</summary>
internal static class Draws
{
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("TERRITORY_DRAWS"), out var times) && times > 1 ? usual * times : usual;
}
