using System.Globalization;

namespace Territory.Journal.Sql;

/// <summary>A statement's parameter or a column's value, without boxing. Converts implicitly from the usual types.</summary>
public readonly struct SqlValue : IEquatable<SqlValue>
{
    private readonly ReadOnlyMemory<byte> _blob;
    private readonly string? _text;
    private readonly long _bits;

    private SqlValue(SqlKind kind, long bits, string? text = null, ReadOnlyMemory<byte> blob = default)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
        _blob = blob;
    }

    public static SqlValue Null => default;

    public SqlKind Kind { get; }

    public long Integer => _bits;

    public double Real => BitConverter.Int64BitsToDouble(_bits);

    public string Text => _text ?? "";

    public ReadOnlyMemory<byte> Blob => _blob;

    public static implicit operator SqlValue(long value) => new(SqlKind.Integer, value);

    public static implicit operator SqlValue(int value) => new(SqlKind.Integer, value);

    public static implicit operator SqlValue(bool value) => new(SqlKind.Integer, value ? 1 : 0);

    public static implicit operator SqlValue(double value) => new(SqlKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator SqlValue(string? value) => value is null ? default : new(SqlKind.Text, 0, value);

    public static implicit operator SqlValue(byte[]? value) => value is null ? default : new(SqlKind.Blob, 0, blob: value);

    public static implicit operator SqlValue(ReadOnlyMemory<byte> value) => new(SqlKind.Blob, 0, blob: value);

    public static implicit operator SqlValue(long? value) => value is { } present ? present : default(SqlValue);

    public static implicit operator SqlValue(int? value) => value is { } present ? present : default(SqlValue);

    public static implicit operator SqlValue(bool? value) => value is { } present ? present : default(SqlValue);

    public static implicit operator SqlValue(double? value) => value is { } present ? present : default(SqlValue);

    public static bool operator ==(SqlValue left, SqlValue right) => left.Equals(right);

    public static bool operator !=(SqlValue left, SqlValue right) => !left.Equals(right);

    /// <summary>Equal to the bit: a real is not equal to an integer of the same value.</summary>
    public bool Equals(SqlValue other) =>
        Kind == other.Kind && _bits == other._bits && string.Equals(_text, other._text, StringComparison.Ordinal) && _blob.Span.SequenceEqual(other._blob.Span);

    public override bool Equals(object? obj) => obj is SqlValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _text, _blob.Length);

    /// <summary>A short form for messages; long texts and blobs are cut.</summary>
    public override string ToString() => Kind switch
    {
        SqlKind.Null => "null",
        SqlKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        SqlKind.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        SqlKind.Text => _text!.Length > 80 ? $"'{_text[..80]}...' ({_text.Length} characters)" : $"'{_text}'",
        _ => _blob.Length > 32 ? $"x'{Convert.ToHexString(_blob.Span[..32])}...' ({_blob.Length} bytes)" : $"x'{Convert.ToHexString(_blob.Span)}'",
    };
}
