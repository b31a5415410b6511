namespace Territory.Optimizer.Search;

/// <summary>A place for one client: before entry <paramref name="Position"/> of a vehicle's route, in one of the client's windows.</summary>
/// <param name="Window">Index into the problem's window arrays.</param>
/// <param name="Trip">Whether the client joins the trip at that place or makes a new one there.</param>
internal readonly record struct Insertion(int Vehicle, int Position, int Window, TripChoice Trip, long Delta)
{
    public static Insertion None => new(-1, 0, 0, TripChoice.Join, long.MaxValue);

    public bool Exists => Vehicle >= 0;
}
