namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>Turns a region, a template and levels of staffing into weekly figures over replications.</summary>
public interface IRegionForecaster
{
    RegionOutlook Forecast(ForecastRequest request, CancellationToken cancellationToken = default);
}
