namespace Orleans.Runtime.Catalog;

/// <summary>Where a silo looks for its grain classes.</summary>
internal sealed class GrainTypeSource(Func<IEnumerable<Type>> types)
{
    /// <summary>All types of the application's assemblies.</summary>
    internal static GrainTypeSource Application { get; } = new(ApplicationAssemblies.Types);

    internal IEnumerable<Type> GrainClasses() => types().Where(Catalog.GrainClasses.IsGrainClass);
}
