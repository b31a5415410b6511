namespace Territory.Simulation.Lab.Rules;

/// <summary>What a day of stops takes, and how many stops fit into one.</summary>
/// <remarks>minutes(n) = fixed + root sqrt(n area) + n stop; 0 for no stop. Source: see <see cref="Setup.LabFieldCosts"/>.</remarks>
public static class FieldDayRule
{
    /// <summary>Without the stops themselves.</summary>
    public static double Travel(int stops, double areaSquareKilometres, double fix, double perRoot) =>
        stops == 0 ? 0 : fix + (perRoot * Math.Sqrt(stops * areaSquareKilometres));

    /// <summary>The most stops that fit.</summary>
    public static int StopsIn(double minutes, double areaSquareKilometres, double fix, double perRoot, double perStop)
    {
        var least = 0;
        var most = (int)Math.Min(1_000_000, Math.Max(0, minutes / perStop));
        while (least < most)
        {
            var middle = least + ((most - least + 1) / 2);
            if (Travel(middle, areaSquareKilometres, fix, perRoot) + (middle * perStop) <= minutes)
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }
}
