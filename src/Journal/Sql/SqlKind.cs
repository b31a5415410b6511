namespace Territory.Journal.Sql;

/// <summary>The storage classes of a value.</summary>
public enum SqlKind : byte
{
    Null,
    Integer,
    Real,
    Text,
    Blob,
}
