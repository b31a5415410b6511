using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Territory.Grains.Catalogues;
using Territory.Grains.DispatchOrders;
using Territory.Grains.Lab;
using Territory.Grains.Lab.Calibrations;
using Territory.Grains.Lab.Expansions;
using Territory.Grains.Lab.Jobs;
using Territory.Grains.Plans;
using Territory.Grains.Roads;
using Territory.Grains.Schedules;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Solving;
using Territory.ReadModel.Lab;
using Territory.Roads.Matrices;

namespace Territory.Grains.Hosting;

/// <summary>Registers what the grains are made of.</summary>
public static class GrainServices
{
    /// <param name="journal">Opened with the read model's projection; it belongs to the caller.</param>
    /// <param name="regionsDirectory">Holds a folder per region with its road network.</param>
    /// <param name="withoutRoads">Travel figures for regions that have no road network; null: such regions cannot be planned.</param>
    public static IServiceCollection AddTerritoryGrains(
        this IServiceCollection services, IJournal journal, string regionsDirectory, IMatrixProvider? withoutRoads = null, SolverPoolOptions? pool = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(journal);
        services.AddSingleton<RegionCatalogues>();
        services.AddSingleton<ChangeBoard>();
        services.AddSingleton<PlanSolver>();
        services.AddSingleton<DeliveryPlanning>();
        services.AddSingleton<DispatchDays>();
        services.AddSingleton(provider => new Reoptimisation(new TerritorySolver(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DispatchRuns>();
        services.AddSingleton<BegunDayPlanning>();
        services.AddSingleton<VisitPlanning>();
        services.AddSingleton<DeliveryScheduling>();
        services.AddSingleton<ScheduleRuns>();
        services.AddSingleton<DispatchOrderIssuing>();
        services.AddSingleton(_ => new RegionRoads(journal, regionsDirectory, withoutRoads));
        services.AddSingleton<PastRegions>();
        services.AddSingleton<LabReader>();
        services.AddSingleton<LabRunQuery>();
        services.AddSingleton<LabTemplateQuery>();
        services.AddSingleton<ExpansionReader>();
        services.AddSingleton<LiveScorecard>();
        services.AddSingleton<LabRoads>();
        services.AddSingleton<LiveDeliveries>();
        services.AddSingleton<FitReader>();
        services.AddSingleton(provider => new LabJobs(
            pool ?? new SolverPoolOptions(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LabJobs>>()));
        services.AddSingleton(provider => new SolverPool(pool ?? new SolverPoolOptions(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
