using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.Runtime.Catalog;

/// <summary>
/// The assemblies that can hold grains: those that reference this one. They are found among the loaded assemblies and among the
/// application's own files (the trusted platform assemblies beside the entry assembly), so a grain assembly that nothing has touched yet
/// is found too.
/// </summary>
internal static class ApplicationAssemblies
{
    private static readonly string RuntimeName = typeof(ApplicationAssemblies).Assembly.GetName().Name!;
    private static readonly ConcurrentDictionary<Assembly, Type[]> TypesByAssembly = new();

    internal static IEnumerable<Type> Types() => Find().SelectMany(assembly => TypesByAssembly.GetOrAdd(assembly, LoadTypes));

    private static List<Assembly> Find()
    {
        foreach (var path in ApplicationFiles())
            LoadIfReferencing(path);
        return [.. AppDomain.CurrentDomain.GetAssemblies().Where(assembly =>
            !assembly.IsDynamic && Array.Exists(assembly.GetReferencedAssemblies(), reference => reference.Name == RuntimeName))];
    }

    private static IEnumerable<string> ApplicationFiles() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal));

    private static void LoadIfReferencing(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
                return;

            var metadata = file.GetMetadataReader();
            var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
            if (references.Contains(RuntimeName, StringComparer.Ordinal))
                Assembly.Load(metadata.GetAssemblyDefinition().GetAssemblyName());
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // A file that is no readable assembly holds no grains.
        }
    }

    private static Type[] LoadTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partial)
        {
            return [.. partial.Types.OfType<Type>()];
        }
    }
}
