namespace Territory.Simulation.KnownAnswers.Queues;

/// <summary>One server, Poisson arrivals, exponential service (M/M/1 排队).</summary>
/// <remarks>W = 1 / (mu - lambda), L = lambda W. Source: Erlang 1917; Little: "A proof for the queuing formula L = lambda W", 1961.</remarks>
/// <param name="ArrivalRate">lambda, below the service rate.</param>
/// <param name="ServiceRate">mu.</param>
public readonly record struct SingleServerQueue(double ArrivalRate, double ServiceRate)
{
    /// <summary>rho, the share of time in which the server is busy.</summary>
    public double Utilisation => ArrivalRate / ServiceRate;

    /// <summary>W, from arrival to departure.</summary>
    public double TimeInSystem => 1 / (ServiceRate - ArrivalRate);

    /// <summary>L, those waiting and the one served.</summary>
    public double NumberInSystem => ArrivalRate * TimeInSystem;

    public double TimeInQueue => TimeInSystem - (1 / ServiceRate);

    public double NumberInQueue => ArrivalRate * TimeInQueue;
}
