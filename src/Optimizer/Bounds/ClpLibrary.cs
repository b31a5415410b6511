using System.Runtime.InteropServices;

namespace Territory.Optimizer.Bounds;

/// <summary>The C interface of COIN-OR's linear programming code, where the library is installed (Debian's coinor-libclp1).</summary>
internal sealed unsafe class ClpLibrary
{
    private static readonly string[] Names = ["libClp.so.1", "libClp.so", "libClp.1.dylib", "Clp.dll", "libClp.dll"];

    private readonly delegate* unmanaged<nint> newModel;
    private readonly delegate* unmanaged<nint, void> deleteModel;
    private readonly delegate* unmanaged<nint, int, void> setLogLevel;
    private readonly delegate* unmanaged<nint, int, double*, double*, int*, int*, double*, void> addRows;
    private readonly delegate* unmanaged<nint, int, double*, double*, double*, int*, int*, double*, void> addColumns;
    private readonly delegate* unmanaged<nint, int, int> primal;
    private readonly delegate* unmanaged<nint, int> status;
    private readonly delegate* unmanaged<nint, double*> rowPrices;

    private ClpLibrary(nint library)
    {
        newModel = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "Clp_newModel");
        deleteModel = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "Clp_deleteModel");
        setLogLevel = (delegate* unmanaged<nint, int, void>)NativeLibrary.GetExport(library, "Clp_setLogLevel");
        addRows = (delegate* unmanaged<nint, int, double*, double*, int*, int*, double*, void>)NativeLibrary.GetExport(library, "Clp_addRows");
        addColumns = (delegate* unmanaged<nint, int, double*, double*, double*, int*, int*, double*, void>)NativeLibrary.GetExport(library, "Clp_addColumns");
        primal = (delegate* unmanaged<nint, int, int>)NativeLibrary.GetExport(library, "Clp_primal");
        status = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "Clp_status");
        rowPrices = (delegate* unmanaged<nint, double*>)NativeLibrary.GetExport(library, "Clp_dualRowSolution");
    }

    /// <summary>Null where the library is not installed.</summary>
    public static ClpLibrary? Installed { get; } = Load();

    public nint NewModel()
    {
        var model = newModel();
        setLogLevel(model, 0);
        return model;
    }

    public void DeleteModel(nint model) => deleteModel(model);

    public void AddRows(nint model, ReadOnlySpan<double> least, ReadOnlySpan<double> most)
    {
        Span<int> starts = new int[least.Length + 1];
        fixed (double* lower = least, upper = most)
        fixed (int* start = starts)
            addRows(model, least.Length, lower, upper, start, null, null);
    }

    /// <summary>A variable from 0 on with its price and its share in rows.</summary>
    public void AddColumn(nint model, double price, ReadOnlySpan<int> rows, ReadOnlySpan<double> shares)
    {
        double lower = 0;
        var upper = double.MaxValue;
        Span<int> starts = [0, rows.Length];
        fixed (int* start = starts, row = rows)
        fixed (double* share = shares)
            addColumns(model, 1, &lower, &upper, &price, start, row, share);
    }

    /// <summary>Whether an optimum was found.</summary>
    public bool Minimise(nint model)
    {
        primal(model, 0);
        return status(model) == 0;
    }

    /// <summary>What one unit more of each row costs; valid until the model changes.</summary>
    public ReadOnlySpan<double> RowPrices(nint model, int rows) => new(rowPrices(model), rows);

    private static ClpLibrary? Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return new ClpLibrary(library);
        }

        return null;
    }
}
