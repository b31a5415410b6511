namespace Territory.Demo.Geography;

/// <summary>A straight piece of street between two corners, with its pull on shops.</summary>
internal readonly record struct Street(PlanePoint From, PlanePoint To, string? Name, double Pull)
{
    public double Weight => From.MetersTo(To) * Pull;
}
