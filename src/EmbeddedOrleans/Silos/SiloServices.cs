using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime.Catalog;
using Orleans.Runtime.Contracts;
using Orleans.Runtime.Filters;

namespace Orleans.Runtime.Silos;

/// <summary>What the host registered, for decisions at start-up.</summary>
internal sealed class SiloServices(IServiceCollection registered)
{
    internal GrainCatalog BuildCatalog(IServiceProvider services, GrainCollectionOptions collection)
    {
        var types = (services.GetService<GrainTypeSource>() ?? GrainTypeSource.Application).GrainClasses().ToArray();
        ContractRules.Check(types.SelectMany(GrainClasses.GrainInterfaces));
        var filters = services.GetServices<IIncomingGrainCallFilter>().ToArray();
        return new GrainCatalog(types.Select(type => new GrainClass(
            type,
            new CallFilters(filters, type.IsAssignableTo(typeof(IIncomingGrainCallFilter))),
            IsSingleton,
            collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : collection.CollectionAge)));
    }

    /// <summary>A service that is the same object for everyone needs no scope of an activation's own.</summary>
    private bool IsSingleton(Type service)
    {
        if (service == typeof(IServiceProvider))
            return false;

        var definition = service.IsGenericType ? service.GetGenericTypeDefinition() : null;
        var descriptors = registered.Where(candidate => !candidate.IsKeyedService
            && (candidate.ServiceType == service || candidate.ServiceType == definition)).ToList();
        return descriptors.Count > 0 && descriptors.TrueForAll(candidate => candidate.Lifetime == ServiceLifetime.Singleton);
    }
}
