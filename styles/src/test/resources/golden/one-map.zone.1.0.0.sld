<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Name>one-map</Name>
  <Title>片区</Title>
  <NamedLayer>
    <Name>zone</Name>
    <UserStyle>
      <Name>one-map</Name>
      <Title>片区</Title>
      <FeatureTypeStyle>
        <Rule>
          <Name>zone-1-casing-z11</Name>
          <MinScaleDenominator>193032.65</MinScaleDenominator>
          <MaxScaleDenominator>386065.29</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">4.7</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-casing-z12</Name>
          <MinScaleDenominator>96516.32</MinScaleDenominator>
          <MaxScaleDenominator>193032.65</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">5.15</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-casing-z13</Name>
          <MinScaleDenominator>48258.16</MinScaleDenominator>
          <MaxScaleDenominator>96516.32</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">5.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-casing-z14</Name>
          <MinScaleDenominator>24129.08</MinScaleDenominator>
          <MaxScaleDenominator>48258.16</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-casing-z15</Name>
          <MinScaleDenominator>12064.54</MinScaleDenominator>
          <MaxScaleDenominator>24129.08</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">6.4</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-casing-z16</Name>
          <MaxScaleDenominator>12064.54</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-opacity">0.11</CssParameter>
              <CssParameter name="stroke-width">6.8</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>zone-1-z11</Name>
          <Title>片区</Title>
          <MinScaleDenominator>193032.65</MinScaleDenominator>
          <MaxScaleDenominator>386065.29</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">0.7</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-z12</Name>
          <Title>片区</Title>
          <MinScaleDenominator>96516.32</MinScaleDenominator>
          <MaxScaleDenominator>193032.65</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">1.15</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-z13</Name>
          <Title>片区</Title>
          <MinScaleDenominator>48258.16</MinScaleDenominator>
          <MaxScaleDenominator>96516.32</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">1.6</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-z14</Name>
          <Title>片区</Title>
          <MinScaleDenominator>24129.08</MinScaleDenominator>
          <MaxScaleDenominator>48258.16</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">2</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-z15</Name>
          <Title>片区</Title>
          <MinScaleDenominator>12064.54</MinScaleDenominator>
          <MaxScaleDenominator>24129.08</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">2.4</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-1-z16</Name>
          <Title>片区</Title>
          <MaxScaleDenominator>12064.54</MaxScaleDenominator>
          <PolygonSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3563a8</CssParameter>
              <CssParameter name="stroke-width">2.8</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>zone-2-label-z12</Name>
          <ogc:Filter>
            <ogc:Not>
              <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:Not>
          </ogc:Filter>
          <MinScaleDenominator>96516.32</MinScaleDenominator>
          <MaxScaleDenominator>193032.65</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0.9</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-2-label-z13</Name>
          <ogc:Filter>
            <ogc:Not>
              <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:Not>
          </ogc:Filter>
          <MinScaleDenominator>48258.16</MinScaleDenominator>
          <MaxScaleDenominator>96516.32</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">13</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0.9</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-2-label-2-z12</Name>
          <ogc:Filter>
            <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
          </ogc:Filter>
          <MinScaleDenominator>96516.32</MinScaleDenominator>
          <MaxScaleDenominator>193032.65</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0.9</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-2-label-2-z13</Name>
          <ogc:Filter>
            <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
          </ogc:Filter>
          <MinScaleDenominator>48258.16</MinScaleDenominator>
          <MaxScaleDenominator>96516.32</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">13</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0.9</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-3-label-z14</Name>
          <ogc:Filter>
            <ogc:Not>
              <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:Not>
          </ogc:Filter>
          <MinScaleDenominator>24129.08</MinScaleDenominator>
          <MaxScaleDenominator>48258.16</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">14</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-3-label-z15</Name>
          <ogc:Filter>
            <ogc:Not>
              <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:Not>
          </ogc:Filter>
          <MinScaleDenominator>12064.54</MinScaleDenominator>
          <MaxScaleDenominator>24129.08</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">15</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-3-label-2-z14</Name>
          <ogc:Filter>
            <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
          </ogc:Filter>
          <MinScaleDenominator>24129.08</MinScaleDenominator>
          <MaxScaleDenominator>48258.16</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">14</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0</VendorOption>
          </TextSymbolizer>
        </Rule>
        <Rule>
          <Name>zone-3-label-2-z15</Name>
          <ogc:Filter>
            <ogc:PropertyIsNull><ogc:PropertyName>name</ogc:PropertyName></ogc:PropertyIsNull>
          </ogc:Filter>
          <MinScaleDenominator>12064.54</MinScaleDenominator>
          <MaxScaleDenominator>24129.08</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-family">Noto Sans SC</CssParameter>
              <CssParameter name="font-family">Source Han Sans SC</CssParameter>
              <CssParameter name="font-family">PingFang SC</CssParameter>
              <CssParameter name="font-family">Microsoft YaHei</CssParameter>
              <CssParameter name="font-family">WenQuanYi Micro Hei</CssParameter>
              <CssParameter name="font-family">SansSerif</CssParameter>
              <CssParameter name="font-size">15</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill>
                <CssParameter name="fill">#ffffff</CssParameter>
                <CssParameter name="fill-opacity">0.9</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#27509a</CssParameter>
            </Fill>
            <Priority>
              <ogc:Literal>75</ogc:Literal>
            </Priority>
            <VendorOption name="spaceAround">3</VendorOption>
            <VendorOption name="goodnessOfFit">0</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
