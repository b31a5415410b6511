namespace Territory.Model.Geography;

/// <summary>The system in which a file states its coordinates. Inside Territory everything is WGS-84.</summary>
public enum CoordinateSystem
{
    Wgs84,

    /// <summary>The Chinese surveying system used by AMap and Tencent (火星坐标).</summary>
    Gcj02,

    /// <summary>Baidu's further shift of GCJ-02 (百度坐标).</summary>
    Bd09,
}
